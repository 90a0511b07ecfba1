namespace Testing.Pictures;

/// <summary>
/// How far two pictures of a page are apart where they are farthest: the mean of red, green or blue over 3 by 3 pixels, about a millimetre
/// of paper, in one picture less that in the other (0 to 255).
/// </summary>
/// <param name="X">Of the farthest place, in pixels from the left.</param>
/// <param name="Y">In pixels from the top.</param>
internal sealed record PictureDifference(double Worst, int X, int Y)
{
    /// <summary>
    /// Measured on a page of 16 pt text and a 12 pt table: edges without anti-aliasing give 37, strokes a fifth lighter or darker 37;
    /// 末 for 未 gives 44, 、 for ，69, a line or a stretch of text half a point away 73, one digit for another 93, a light of another colour 195.
    /// </summary>
    public const double Allowed = 40;

    private const int Reach = 1;
    private const int Side = (2 * Reach) + 1;

    public bool IsAllowed => Worst <= Allowed;

    /// <summary>Pictures of different size are as far apart as can be.</summary>
    public static PictureDifference Between(Picture approved, Picture actual)
    {
        if ((approved.Width, approved.Height) != (actual.Width, actual.Height))
            return new PictureDifference(byte.MaxValue, 0, 0);
        var worst = new PictureDifference(0, 0, 0);
        if (approved.IsSameAs(actual))
            return worst;
        for (var channel = 0; channel < 3; channel++)
        {
            var farthest = Farthest(Differences(approved, actual, channel), approved.Width, approved.Height);
            if (farthest.Worst > worst.Worst)
                worst = farthest;
        }

        return worst;
    }

    /// <summary>Both pages over each other: what only the approved one has is cyan, what only the actual one has is red, what both have is grey.</summary>
    public static Picture Show(Picture approved, Picture actual)
    {
        var (width, height) = (Math.Max(approved.Width, actual.Width), Math.Max(approved.Height, actual.Height));
        var samples = new byte[width * height * 4];
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
            {
                var at = ((y * width) + x) * 4;
                samples[at] = Darkest(approved, x, y);
                samples[at + 1] = samples[at + 2] = Darkest(actual, x, y);
            }

        return new Picture(width, height, samples);
    }

    private static byte Darkest(Picture picture, int x, int y) => Math.Min(picture[x, y, 0], Math.Min(picture[x, y, 1], picture[x, y, 2]));

    /// <summary>Row by row, with a frame of <see cref="Reach"/> pixels in which there is no difference.</summary>
    private static int[] Differences(Picture approved, Picture actual, int channel)
    {
        var stride = approved.Width + (2 * Reach);
        var differences = new int[stride * (approved.Height + (2 * Reach))];
        for (var y = 0; y < approved.Height; y++)
            for (var x = 0; x < approved.Width; x++)
                differences[((y + Reach) * stride) + x + Reach] = approved[x, y, channel] - actual[x, y, channel];
        return differences;
    }

    private static PictureDifference Farthest(int[] framed, int width, int height)
    {
        var (worst, worstX, worstY) = (0, 0, 0);
        var stride = width + (2 * Reach);
        for (var y = 0; y < height; y++)
        {
            if (!framed.AsSpan(y * stride, Side * stride).ContainsAnyExcept(0))
                continue;
            for (var x = 0; x < width; x++)
            {
                var sum = 0;
                for (var row = y; row < y + Side; row++)
                    for (var column = x; column < x + Side; column++)
                        sum += framed[(row * stride) + column];
                if (Math.Abs(sum) > worst)
                    (worst, worstX, worstY) = (Math.Abs(sum), x, y);
            }
        }

        return new PictureDifference(worst / (double)(Side * Side), worstX, worstY);
    }
}
