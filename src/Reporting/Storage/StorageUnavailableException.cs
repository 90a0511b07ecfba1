namespace Reporting.Storage;

/// <summary>
/// Storage did not answer, or not in time, after every repetition. Whether a write was carried out is unknown; reading again tells.
/// The web pipeline answers 503, the tick tries again later.
/// </summary>
public sealed class StorageUnavailableException(string message, Exception inner) : Exception(message, inner);
