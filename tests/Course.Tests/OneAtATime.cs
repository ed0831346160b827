// TorchSharp 0.107 does not keep a number alive that libtorch reads as a Scalar (x * 0.5). Should another test bring about a collection
// in that moment, the number is gone ("Unknown scalar type"). So these tests run one after the other, which takes hardly longer.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
