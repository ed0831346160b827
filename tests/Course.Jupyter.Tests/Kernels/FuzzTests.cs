using System.Net.Sockets;
using Course.Jupyter.Wire;

namespace Course.Jupyter.Tests.Kernels;

public sealed class FuzzTests
{
    private const int Count = 1000;

    [Fact]
    public void Bytes_that_are_not_even_frames_leave_the_kernel_alone()
    {
        using var kernel = new KernelTrial();
        var random = new Random(1958);
        foreach (Channel channel in Enum.GetValues<Channel>())
        {
            for (int i = 0; i < 20; i++)
            {
                using var stranger = new TcpClient("127.0.0.1", new Uri(kernel.Running.Connection.EndpointOf(channel)).Port);
                byte[] noise = new byte[random.Next(1, 2000)];
                random.NextBytes(noise);
                // Half of them begin as the protocol of the sockets does.
                if (i % 2 == 0)
                    noise[0] = 0xff;
                stranger.GetStream().Write(noise);
            }
        }

        Assert.Contains("<pre>2</pre>", kernel.Run("1 + 1").Value);
        Assert.Equal("ok", kernel.Client.Request(Channel.Control, "kernel_info_request", [], KernelTrial.Patience).Text("status"));
    }

    [Fact]
    public void Whatever_comes_over_the_wire_only_what_is_good_is_done()
    {
        using var kernel = new KernelTrial();
        string witness = Path.Combine(Path.GetTempPath(), $"fuzz-{Guid.NewGuid():N}");
        try
        {
            new WireFuzz(kernel.Client, new Random(1943), $"System.IO.File.AppendAllText(@\"{witness}\", \"!\");").Send(Count);

            Assert.Contains("<pre>2</pre>", kernel.Run("1 + 1").Value);
            Assert.Equal("ok", kernel.Client.Request(Channel.Control, "kernel_info_request", [], KernelTrial.Patience).Text("status"));
            Assert.False(File.Exists(witness), "A message that should have been dropped was executed.");
            Assert.False(kernel.Running.Process.HasExited);
        }
        finally
        {
            File.Delete(witness);
        }
    }
}
