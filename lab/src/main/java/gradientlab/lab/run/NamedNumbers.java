package gradientlab.lab.run;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A map from names to numbers that nobody changes, in the order of the names, which all steps of a training share: a fifth of
 * the memory of a {@code LinkedHashMap} with names of its own.
 */
final class NamedNumbers extends AbstractMap<String, Double> {

    private final List<String> names;
    private final double[] numbers;

    /** @param numbers as many as there are names; not copied */
    NamedNumbers(List<String> names, double[] numbers) {
        this.names = names;
        this.numbers = numbers;
    }

    @Override
    public Double get(Object name) {
        int index = names.indexOf(name);
        return index < 0 ? null : Double.valueOf(numbers[index]);
    }

    @Override
    public boolean containsKey(Object name) {
        return names.contains(name);
    }

    @Override
    public Set<Map.Entry<String, Double>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, Double>> iterator() {
                return IntStream.range(0, names.size())
                        .mapToObj(i -> Map.entry(names.get(i), numbers[i]))
                        .iterator();
            }

            @Override
            public int size() {
                return names.size();
            }
        };
    }
}
