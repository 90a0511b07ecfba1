namespace LocalHost.Demonstration;

/// <summary>Is told how far the demonstration has come; this one keeps it to itself.</summary>
internal class DemonstrationWatcher
{
    /// <summary>A step begins.</summary>
    /// <param name="step">Its name, unique.</param>
    /// <param name="parts">How many parts it has.</param>
    internal virtual void Began(string step, int parts)
    {
    }

    /// <summary>One more part of the step is done; may be called by several threads at once.</summary>
    internal virtual void Advanced(string step)
    {
    }
}
