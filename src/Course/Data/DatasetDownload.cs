using Course.Data.Downloads;

namespace Course.Data;

/// <summary>
/// Downloads files of data sets into a folder. A file appears there whole and verified, or not at all. A partial download is kept beside it
/// under another name, and the next attempt resumes from there.
/// </summary>
/// <param name="client">The HTTP client.</param>
/// <param name="folder">Where the files go, under the catalog's paths.</param>
internal sealed class DatasetDownload(HttpClient client, string folder)
{
    private readonly ResumableDownload download = new((request, cancel) =>
        client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel), patience: TimeSpan.FromSeconds(60));

    /// <summary>Downloads one file.</summary>
    /// <returns>Its path.</returns>
    /// <exception cref="DatasetMissingException">It cannot be downloaded, or not now.</exception>
    /// <exception cref="DatasetCorruptException">The downloaded content differs from the catalog; nothing of it is kept.</exception>
    internal async Task<string> GetAsync(DatasetFile file, IProgress<DownloadProgress>? progress, CancellationToken cancel)
    {
        Uri address = file.Address
            ?? throw new DatasetMissingException(
                $"No public address is known for {file.Path}: put it into a folder and let {Datasets.MirrorVariable} name that folder.");
        bool packed = DatasetStore.IsPacked(address.AbsolutePath);
        string path = Path.Combine(folder, DatasetStore.IsPacked(file.Path) == packed ? file.Path : packed
            ? file.Path + ".gz" : file.Path[..^3]);
        string part = path + ".part";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            string? wrong = await download.FetchAsync(address, part, most: null, () => DatasetHash.Mismatch(file, part, packed),
                (received, total) => progress?.Report(new DownloadProgress(file.Path, received, total)), cancel).ConfigureAwait(false);
            if (wrong is not null)
                throw new DatasetCorruptException($"{address} is not the file that the catalog describes: {wrong}. Nothing was kept.");

            File.Move(part, path, overwrite: true);
            return path;
        }
        catch (HttpRequestException error)
        {
            throw new DatasetMissingException($"{address} cannot be fetched: {Reason(error)}.", error);
        }
        catch (TaskCanceledException error) when (!cancel.IsCancellationRequested)
        {
            throw new DatasetMissingException($"{address} cannot be fetched: no answer within {client.Timeout.TotalSeconds:0} s.", error);
        }
        catch (Exception error) when (error is IOException or TimeoutException)
        {
            throw new DatasetMissingException(
                $"{address} was not fetched to its end ({OneLine(error.Message)}): ask again, and it goes on from where it stopped.",
                error);
        }
    }

    private static string Reason(HttpRequestException error) => error.StatusCode is { } status
        ? $"the server answered {(int)status} {status}"
        : OneLine(error.InnerException?.Message ?? error.Message);

    private static string OneLine(string message) => message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
}

/// <summary>The progress of a download.</summary>
/// <param name="File">The file being downloaded, as the catalog names it.</param>
/// <param name="Received">Bytes on this machine, including those of an earlier attempt.</param>
/// <param name="Total">Bytes in all; null if the server does not say.</param>
public sealed record DownloadProgress(string File, long Received, long? Total);
