using System.Text.Json;
using Course.Training.Bench;
using static TorchSharp.torch;

if (args is not [string model, string count] || !int.TryParse(count, out int threads) || threads < 1
    || !Steps.All.TryGetValue(model, out Func<TrainingStep>? make))
{
    Console.Error.WriteLine($"Give a model and a number of threads. Models: {string.Join(", ", Steps.All.Keys)}.");
    return 2;
}

set_num_threads(threads);
TrainingStep step = make();
Speed.Of(step, seconds: 1);                             // until the just-in-time compiler is done with the hot loops
double speed = Speed.Of(step, seconds: 1.5);
Console.WriteLine(JsonSerializer.Serialize(new { model, batch = step.Batch, dtype = step.Dtype, threads, examples_per_second = speed }));
return 0;
