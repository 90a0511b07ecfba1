using System.Globalization;
using Microsoft.Extensions.Hosting.Systemd;

namespace LocalHost.Hosting;

/// <summary>What systemd asks of a service of type <c>notify</c>: to be told when it serves and when it stops, levels in the journal, an end on its signal.</summary>
internal static class Systemd
{
    /// <summary>Where it puts what <c>LoadCredential=</c> names (systemd.exec, Credentials): a file for each, readable by the service alone.</summary>
    internal const string Credentials = "CREDENTIALS_DIRECTORY";

    /// <summary>Whether systemd started this process itself (systemd.exec, <c>$SYSTEMD_EXEC_PID</c>), and not a shell or a program below a service.</summary>
    internal static bool StartedThis =>
        Environment.GetEnvironmentVariable("SYSTEMD_EXEC_PID") == Environment.ProcessId.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// Does nothing where there is no systemd. <c>AddSystemd</c> alone would not do: it looks for its parent's name in <c>/proc</c>, where
    /// <c>ProtectProc=invisible</c> hides it, and systemd would wait in vain for the word that the service is ready.
    /// </summary>
    internal static void AddTo(WebApplicationBuilder builder)
    {
        if (!OperatingSystem.IsLinux() || !StartedThis)
        {
            builder.Services.AddSystemd();
            return;
        }
        builder.Logging.AddSystemdConsole();
        builder.Services.AddSingleton<ISystemdNotifier, SystemdNotifier>();
        builder.Services.AddSingleton<IHostLifetime, SystemdLifetime>();
    }
}
