using Course.BoltzmannMachines;
using Course.BoltzmannMachines.Charts;
using Course.ExpertSystems;
using Course.Plots;

namespace Course.Tests.BoltzmannMachines.Charts;

public class EnergyChartTests
{
    [Fact]
    public void Neighbours_on_the_map_of_states_differ_in_one_unit_and_the_ball_stands_on_its_state()
    {
        var net = new SymmetricNet(4);
        for (int i = 0; i < 4; i++) net.Biases[i] = -(8 >> i);     // then the energy of a state is its number

        var figure = StateMap.Of(net, [1, 0, 1, 1]);
        string json = ThemedFigure.Of(figure).Data.ToJsonString();
        double[][] heights = System.Text.Json.Nodes.JsonNode.Parse(json)![0]!["z"]!.AsArray()
            .Select(row => row!.AsArray().Select(z => z!.GetValue<double>()).ToArray()).ToArray();

        for (int y = 0; y < 4; y++)
        {
            for (int x = 0; x < 4; x++)
            {
                Assert.True(int.IsPow2((int)heights[y][x] ^ (int)heights[y][(x + 1) % 4]));
                Assert.True(int.IsPow2((int)heights[y][x] ^ (int)heights[(y + 1) % 4][x]));
            }
        }
        var ball = System.Text.Json.Nodes.JsonNode.Parse(json)![1]!;
        int left = (int)ball["x"]![0]!.GetValue<double>(), up = (int)ball["y"]![0]!.GetValue<double>();
        Assert.Equal(11, heights[up][left]);
    }

    [Fact]
    public void A_frame_of_the_encoder_shows_the_weights_of_each_hidden_unit_and_what_it_receives_from_each_pattern()
    {
        var problem = new EncoderProblem(4, 2);
        BoltzmannMachine machine = problem.NewMachine();
        machine.Join(9, 3, -7);
        machine.Join(9, 7, 2);
        machine.Biases[9] = 1;

        string json = ThemedFigure.Of(EncoderChart.Of(problem, machine, bound: 40)).Data.ToJsonString();

        var secondUnit = System.Text.Json.Nodes.JsonNode.Parse(json)![0]!["z"]![0]!.AsArray().Select(z => z!.GetValue<double>());
        Assert.Equal([0, 0, 0, -7, 0, 0, 0, 2, 1, 1, 1, -4], secondUnit);
    }

    [Fact]
    public void A_drawing_has_a_line_per_link_coloured_by_its_sign_and_names_the_units()
    {
        var net = new BoltzmannMachine(visible: 2, hidden: 1);
        net.Join(0, 1, -1);
        net.Join(0, 2, 3);

        string json = ThemedFigure.Of(NetDrawing.Of(net, rows: [[2], [0, 1]], names: ["a", "b", "h"], hidden: 1)).Data.ToJsonString();
        var traces = System.Text.Json.Nodes.JsonNode.Parse(json)!.AsArray();

        Assert.Equal(["#0072B2", "#D55E00"], traces.Take(2).Select(trace => trace!["line"]!["color"]!.GetValue<string>()));
        Assert.Equal(["<b>−1</b>", "<b>3</b>"], traces[2]!["text"]!.AsArray().Select(text => text!.GetValue<string>()));
        Assert.Equal(["h", "a", "b"], traces[3]!["text"]!.AsArray().Select(text => text!.GetValue<string>()));
        Assert.Throws<ArgumentException>(() => NetDrawing.Of(net, rows: []));
    }
}
