using System.Net;
using System.Net.Http.Headers;

namespace Course.Data;

/// <summary>
/// Downloads files of data sets into a folder. A file appears there whole and verified, or not at all. A partial download is kept beside it
/// under another name, and the next attempt resumes from there.
/// </summary>
/// <param name="client">The HTTP client.</param>
/// <param name="folder">Where the files go, under the catalog's paths.</param>
internal sealed class DatasetDownload(HttpClient client, string folder)
{
    private const int BufferSize = 1 << 16;
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);

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
            bool resumed = await FetchAsync(file, address, part, progress, cancel).ConfigureAwait(false);
            string? wrong = DatasetHash.Mismatch(file, part, packed);
            if (wrong is not null && resumed)
            {
                // The beginning may come from a different version than the end, so start over once.
                File.Delete(part);
                await FetchAsync(file, address, part, progress, cancel).ConfigureAwait(false);
                wrong = DatasetHash.Mismatch(file, part, packed);
            }

            if (wrong is not null)
            {
                File.Delete(part);
                throw new DatasetCorruptException($"{address} is not the file that the catalog describes: {wrong}. Nothing was kept.");
            }

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

    /// <returns>Whether it resumed an earlier attempt.</returns>
    private async Task<bool> FetchAsync(DatasetFile file, Uri address, string part, IProgress<DownloadProgress>? progress,
        CancellationToken cancel)
    {
        long here = File.Exists(part) ? new FileInfo(part).Length : 0;
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (here > 0) request.Headers.Range = new RangeHeaderValue(here, null);
        using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel)
            .ConfigureAwait(false);
        // Nothing is left to send. Either the whole file is here already, which its hash will show, or what is here is not the beginning of
        // it.
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable && here > 0) return true;

        response.EnsureSuccessStatusCode();
        bool resumed = response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange?.From == here;
        var target =
            new FileStream(part, resumed ? FileMode.Append : FileMode.Create, FileAccess.Write, FileShare.None, BufferSize, useAsync: true);
        await using var _ = target.ConfigureAwait(false);
        long? total = response.Content.Headers.ContentLength + (resumed ? here : 0);
        await CopyAsync(response.Content, target, received => progress?.Report(new DownloadProgress(file.Path, received, total)), cancel)
            .ConfigureAwait(false);
        return resumed;
    }

    private static async Task CopyAsync(HttpContent content, FileStream target, Action<long> report, CancellationToken cancel)
    {
        Stream source = await content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        await using var _ = source.ConfigureAwait(false);
        var buffer = new byte[BufferSize];
        while (true)
        {
            int count = await source.ReadAsync(buffer, cancel).AsTask().WaitAsync(patience, cancel).ConfigureAwait(false);
            if (count == 0) return;
            await target.WriteAsync(buffer.AsMemory(0, count), cancel).ConfigureAwait(false);
            report(target.Position);
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
