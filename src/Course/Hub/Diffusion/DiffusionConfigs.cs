using Course.Hub.Models;

namespace Course.Hub.Diffusion;

/// <summary>What config.json says of this folder's models. Defined in lesson 17.</summary>
internal static class DiffusionConfigs
{
    private const int FewestSteps = 21, MostSteps = 10_000;
    private const string Steps = "num_train_timesteps", Schedule = "beta_schedule", Width = "width", Classes = "num_labels";

    internal static ModelPlan<DiffusionUNet> UNet(ModelConfig config)
    {
        int steps = config.Size(Steps), width = config.Size(Width);
        string? name = config.Word(Schedule, otherwise: null);
        config.Require(steps is >= FewestSteps and <= MostSteps, $"its {Steps} is not a number from {FewestSteps} to {MostSteps}");
        config.Require(width % 8 == 0, $"its {Width} is no multiple of 8");
        config.Require(name is NoiseSchedule.LinearName or NoiseSchedule.CosineName, $"its {Schedule} is neither linear nor cosine");
        return new(180.0 * width * width, () =>
            new(name == NoiseSchedule.LinearName ? NoiseSchedule.Linear(steps) : NoiseSchedule.Cosine(steps), width));
    }

    internal static Dictionary<string, object> Of(DiffusionUNet model) => new()
    {
        [Steps] = model.Schedule.Steps,
        [Schedule] = model.Schedule.Name is NoiseSchedule.LinearName or NoiseSchedule.CosineName ? model.Schedule.Name
            : throw new ArgumentException("Only models with the linear or the cosine's schedule can be saved."),
        [Width] = model.Width,
    };

    internal static ModelPlan<DigitJudge> Judge(ModelConfig config)
    {
        int classes = config.Size(Classes);
        return new((double)DigitJudge.FeatureCount * classes, () => new(classes));
    }

    internal static Dictionary<string, object> Of(DigitJudge model) => new() { [Classes] = model.Classes };
}
