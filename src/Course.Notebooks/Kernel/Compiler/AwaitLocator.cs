using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Course.Notebooks.Kernel.Compiler;

/// <summary>
/// Finds the line where a cell awaits something that never completes. Nothing runs then, so there is no stack. But the cell's task holds
/// its state machine, the machine's state is the number of the await, and the symbols tell each await's line.
/// </summary>
internal static class AwaitLocator
{
    // See the format of portable symbols: https://github.com/dotnet/runtime/blob/main/docs/design/specs/PortablePdb-Metadata.md
    private static readonly Guid steppingInformation = new("54FD2AC5-E925-401A-9C2A-F94F171072F8");

    /// <summary>The line of the cell; null if it cannot be found.</summary>
    internal static int? Line(Task running, MemoryStream symbols)
    {
        object? machine = running.GetType().GetField("StateMachine")?.GetValue(running);
        FieldInfo? state = machine?.GetType().GetField("<>1__state");
        MethodInfo? moveNext = machine?.GetType()
            .GetMethod("MoveNext", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public);
        if (state?.GetValue(machine) is not int awaited || awaited < 0 || moveNext is null)
            return null;

        using var provider = MetadataReaderProvider.FromPortablePdbImage([.. symbols.ToArray()]);
        MetadataReader reader = provider.GetMetadataReader();
        var method = (MethodDefinitionHandle)MetadataTokens.Handle(moveNext.MetadataToken);
        if (YieldOffset(reader, method, awaited) is not { } offset)
            return null;
        int? line = null;
        foreach (SequencePoint point in reader.GetMethodDebugInformation(method.ToDebugInformationHandle()).GetSequencePoints())
        {
            if (point.Offset > offset)
                break;
            if (!point.IsHidden)
                line = point.StartLine;
        }
        return line;
    }

    private static int? YieldOffset(MetadataReader reader, MethodDefinitionHandle method, int awaited)
    {
        foreach (CustomDebugInformationHandle handle in reader.GetCustomDebugInformation(method))
        {
            CustomDebugInformation information = reader.GetCustomDebugInformation(handle);
            if (reader.GetGuid(information.Kind) != steppingInformation)
                continue;
            BlobReader blob = reader.GetBlobReader(information.Value);
            _ = blob.ReadUInt32();
            for (int i = 0; blob.RemainingBytes > 0; i++)
            {
                int yieldOffset = (int)blob.ReadUInt32();
                _ = blob.ReadUInt32();
                _ = blob.ReadCompressedInteger();
                if (i == awaited)
                    return yieldOffset;
            }
        }
        return null;
    }
}
