namespace Course.Data;

/// <summary>How far a download is.</summary>
/// <param name="File">The file that is being fetched, as the catalog names it.</param>
/// <param name="Received">Bytes on this machine, those of an earlier attempt included.</param>
/// <param name="Total">Bytes in all, null where the server does not say.</param>
public sealed record DownloadProgress(string File, long Received, long? Total);
