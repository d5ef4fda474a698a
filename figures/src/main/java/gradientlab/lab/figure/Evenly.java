package gradientlab.lab.figure;

import java.util.List;
import java.util.stream.IntStream;

/** Some of very many things in their order, at equal distances. */
public final class Evenly {

    private Evenly() {}

    /**
     * Indices from 0 on: all of few, and of many as many as may be, the first and the last among them.
     *
     * @param all how many things there are
     * @param most how many may be chosen, at least 2
     */
    public static List<Integer> chosen(int all, int most) {
        return all <= most
                ? IntStream.range(0, all).boxed().toList()
                : IntStream.range(0, most)
                        .mapToObj(i -> (int) Math.round((double) i * (all - 1) / (most - 1)))
                        .toList();
    }
}
