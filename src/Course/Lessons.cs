using Course.Backpropagation;
using Course.BoltzmannMachines;
using Course.ConvNets;
using Course.ExpertSystems;
using Course.McCullochPitts;
using Course.PerceptronLimits;
using Course.Perceptrons;

namespace Course;

/// <summary>The table of contents: every lesson once, with what belongs to it. A new lesson is one line here; everything else finds it by itself.</summary>
public static class Lessons
{
    /// <summary>The lessons, in order.</summary>
    public static IReadOnlyList<Lesson> All { get; } =
    [
        new(1, 1943, "The McCulloch-Pitts neuron") { Claims = Lesson01Claims.All, Exercises = Lesson01Exercises.All },
        new(2, 1957, "The perceptron", TorchThreads: 1) { Claims = Lesson02Claims.All, Exercises = Lesson02Exercises.All, LongRuns = Lesson02LongRuns.All },
        new(3, 1969, "The limits: XOR and Perceptrons") { Claims = Lesson03Claims.All, Exercises = Lesson03Exercises.All },
        new(4, 1980, "Expert systems: the other school") { Claims = Lesson04Claims.All, Exercises = Lesson04Exercises.All },
        new(5, 1983, "The Boltzmann machine", TorchThreads: 1) { Claims = Lesson05Claims.All, Exercises = Lesson05Exercises.All },
        new(6, 1986, "Backpropagation", TorchThreads: 1) { Claims = Lesson06Claims.All, Exercises = Lesson06Exercises.All, LongRuns = Lesson06LongRuns.All },
        new(7, 1989, "The convolutional network", TorchThreads: 1) { Claims = Lesson07Claims.All, Exercises = Lesson07Exercises.All, LongRuns = Lesson07LongRuns.All },
    ];

    /// <summary>Finds a lesson.</summary>
    /// <param name="number">Its number, for example 7.</param>
    /// <exception cref="ArgumentException">There is none; the message names those that there are.</exception>
    public static Lesson Find(int number) =>
        All.FirstOrDefault(lesson => lesson.Number == number)
        ?? throw new ArgumentException(FormattableString.Invariant($"There is no lesson {number}. The lessons are {string.Join(", ", All.Select(lesson => lesson.Number))}."));
}
