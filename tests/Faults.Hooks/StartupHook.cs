/// <summary>
/// Found by the runtime by this name, before the program's entry point. That the assembly is loaded is all it is for: the web host then finds
/// its hosting startup by name.
/// </summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        // Loading was enough.
    }
}
