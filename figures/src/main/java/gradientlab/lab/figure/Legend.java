package gradientlab.lab.figure;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Which curves a legend names: all of them, or of very many some at equal distances. */
final class Legend {

    private static final int MOST = 12;

    private Legend() {}

    /** The indices of the named curves; the first and the last are among them, and all references. */
    static Set<Integer> of(List<Curve> curves) {
        List<Integer> data = IntStream.range(0, curves.size())
                .filter(i -> curves.get(i).style() != Curve.Style.REFERENCE)
                .boxed()
                .toList();
        Set<Integer> named = new TreeSet<>();
        IntStream.range(0, curves.size()).filter(i -> !data.contains(i)).forEach(named::add);
        Evenly.chosen(data.size(), MOST).forEach(i -> named.add(data.get(i)));
        return named;
    }
}
