namespace Course.McCullochPitts;

/// <summary>
/// Circles in a net: whether there are any, how many neurons must be removed to break them all, and path lengths if there are none.
/// </summary>
internal static class NetCircles
{
    /// <summary>
    /// The smallest number of neurons whose removal leaves no circle. Tries subsets by size, which suits the small nets of the lessons.
    /// </summary>
    internal static int Order(NetWiring wiring)
    {
        // Only neurons on a circle can matter.
        int[] candidates = [.. Enumerable.Range(wiring.Afferents, wiring.Count - wiring.Afferents)
            .Where(node => Reaches(wiring, node, node))];
        for (int size = 0; size < candidates.Length; size++)
        {
            if (Subsets(candidates, size).Any(removed => IsWithoutCircles(wiring, removed)))
                return size;
        }

        return candidates.Length;
    }

    /// <exception cref="InvalidOperationException">There is a circle on the path.</exception>
    internal static int LongestPath(NetWiring wiring, int to)
    {
        int[] lengths = new int[wiring.Count];
        Array.Fill(lengths, -1);
        return Length(to, 0);

        int Length(int node, int depth)
        {
            if (depth > wiring.Count)
                throw new InvalidOperationException("The net has circles: activity in it may go round for ever.");
            if (lengths[node] < 0)
                lengths[node] = wiring.Sources(node).Select(source => Length(source, depth + 1) + 1).DefaultIfEmpty(0).Max();
            return lengths[node];
        }
    }

    private static bool Reaches(NetWiring wiring, int start, int goal)
    {
        var seen = new HashSet<int>();
        var waiting = new Stack<int>(wiring.Sources(start));
        while (waiting.TryPop(out int node))
        {
            if (node == goal)
                return true;
            if (seen.Add(node))
            {
                foreach (int source in wiring.Sources(node))
                    waiting.Push(source);
            }
        }

        return false;
    }

    private static bool IsWithoutCircles(NetWiring wiring, HashSet<int> removed)
    {
        // 0 not seen yet, 1 on the current path, 2 done.
        int[] marks = new int[wiring.Count];
        return Enumerable.Range(0, wiring.Count).All(Visit);

        bool Visit(int node)
        {
            if (removed.Contains(node) || marks[node] == 2)
                return true;
            if (marks[node] == 1)
                return false;
            marks[node] = 1;
            bool fine = wiring.Sources(node).All(Visit);
            marks[node] = 2;
            return fine;
        }
    }

    private static IEnumerable<HashSet<int>> Subsets(int[] items, int size)
    {
        if (size == 0)
        {
            yield return [];
            yield break;
        }

        for (int i = 0; i <= items.Length - size; i++)
        {
            foreach (HashSet<int> rest in Subsets(items[(i + 1)..], size - 1))
            {
                rest.Add(items[i]);
                yield return rest;
            }
        }
    }
}
