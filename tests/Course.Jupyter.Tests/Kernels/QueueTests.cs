using Course.Jupyter.Wire;

namespace Course.Jupyter.Tests.Kernels;

public sealed class QueueTests(KernelTrial kernel) : IClassFixture<KernelTrial>
{
    [Fact]
    public void Cells_run_in_the_order_in_which_they_were_sent()
    {
        string[] requests = [kernel.Send("var order = new List<int>();"), kernel.Send("order.Add(1);"), kernel.Send("order.Add(2);"),
            kernel.Send("string.Join(\",\", order)")];

        Execution last = kernel.Await(requests[^1]);

        Assert.Equal("1,2", (string?)last.The("execute_result").Content["data"]!["text/plain"]);
    }

    [Fact]
    public void What_waits_behind_a_failure_is_aborted_and_what_is_sent_later_runs()
    {
        string failing = kernel.Send("System.Threading.Thread.Sleep(300);\nthrow new Exception(\"stop here\");");
        string waiting = kernel.Send("int notRun = 1;");
        string question = kernel.Client.Send(Channel.Shell, "kernel_info_request", []);

        Assert.Equal("error", kernel.Await(failing).Status);
        Execution aborted = kernel.Await(waiting);
        Assert.Equal("aborted", aborted.Status);
        Assert.Empty(aborted.Types);
        Assert.Equal("kernel_info_reply", kernel.Client.Reply(Channel.Shell, question, KernelTrial.Patience).Header.Type);
        Assert.Equal("CS0103", kernel.Run("notRun").Reply.Text("ename"));
    }

    [Fact]
    public void Without_stop_on_error_the_next_cell_runs()
    {
        string failing = kernel.Send("System.Threading.Thread.Sleep(200);\nthrow new Exception();", content =>
            content["stop_on_error"] = false);
        string waiting = kernel.Send("int ran = 1;");

        Assert.Equal("error", kernel.Await(failing).Status);
        Assert.Equal("ok", kernel.Await(waiting).Status);
    }
}
