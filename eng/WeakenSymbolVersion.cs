using System;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// Marks one symbol version that an ELF library asks for as weak (VER_FLG_WEAK in its <c>.gnu.version_r</c> entry), where this system's
/// libstdc++ does not define it. The loader then accepts the library although the version is absent, which is harmless when, as in
/// TorchSharp's, no relocation uses a symbol of that version. Does nothing where the version exists. 64-bit little-endian ELF only.
/// </summary>
public sealed class WeakenSymbolVersion : Task
{
    private const uint SectionTypeVersionNeeds = 0x6ffffffe; // SHT_GNU_verneed
    private const ushort FlagWeak = 0x2; // VER_FLG_WEAK

    [Required]
    public string Library { get; set; }

    [Required]
    public string Version { get; set; }

    public override bool Execute()
    {
        string standardLibrary = LoadedStandardLibrary();
        if (standardLibrary == null || Contains(File.ReadAllBytes(standardLibrary), Version)) return true;

        byte[] elf = File.ReadAllBytes(Library);
        if (elf.Length < 64 || elf[0] != 0x7f || elf[1] != 'E' || elf[4] != 2 || elf[5] != 1)
        {
            Log.LogError($"{Library} is not a 64-bit little-endian ELF library.");
            return false;
        }

        if (!Weaken(elf))
        {
            Log.LogMessage($"{Library} does not ask for {Version}.");
            return true;
        }

        File.WriteAllBytes(Library, elf);
        Log.LogMessage(MessageImportance.High, $"{Path.GetFileName(Library)}: {Version} is absent from this system's libstdc++ and was marked weak.");
        return true;
    }

    /// <summary>The libstdc++ this very process runs on, which is the one the loader will bind the library to.</summary>
    private static string LoadedStandardLibrary() =>
        File.ReadLines("/proc/self/maps").Where(line => line.Contains("libstdc++.so")).Select(line => line.Substring(line.IndexOf('/'))).FirstOrDefault();

    private static bool Contains(byte[] bytes, string text) =>
        Encoding.GetEncoding("iso-8859-1").GetString(bytes).Contains(text + "\0");

    private bool Weaken(byte[] elf)
    {
        long sections = BitConverter.ToInt64(elf, 0x28);
        int size = BitConverter.ToUInt16(elf, 0x3a);
        int count = BitConverter.ToUInt16(elf, 0x3c);
        for (int i = 0; i < count; i++)
        {
            long header = sections + (long)i * size;
            if (BitConverter.ToUInt32(elf, (int)header + 4) != SectionTypeVersionNeeds) continue;
            int needs = (int)BitConverter.ToInt64(elf, (int)header + 0x18);
            int strings = (int)BitConverter.ToInt64(elf, (int)(sections + (long)BitConverter.ToUInt32(elf, (int)header + 0x28) * size) + 0x18);
            return WeakenIn(elf, needs, strings);
        }

        return false;
    }

    /// <summary>Walks the Verneed records (one a library) and the Vernaux records of each (one a version).</summary>
    private bool WeakenIn(byte[] elf, int need, int strings)
    {
        while (true)
        {
            int entry = need + (int)BitConverter.ToUInt32(elf, need + 8);
            for (int i = BitConverter.ToUInt16(elf, need + 2); i > 0; i--)
            {
                if (NameAt(elf, strings + (int)BitConverter.ToUInt32(elf, entry + 8)) == Version)
                {
                    BitConverter.GetBytes((ushort)(BitConverter.ToUInt16(elf, entry + 4) | FlagWeak)).CopyTo(elf, entry + 4);
                    return true;
                }

                entry += (int)BitConverter.ToUInt32(elf, entry + 12);
            }

            uint next = BitConverter.ToUInt32(elf, need + 12);
            if (next == 0) return false;
            need += (int)next;
        }
    }

    private static string NameAt(byte[] elf, int offset) =>
        Encoding.ASCII.GetString(elf, offset, Array.IndexOf(elf, (byte)0, offset) - offset);
}
