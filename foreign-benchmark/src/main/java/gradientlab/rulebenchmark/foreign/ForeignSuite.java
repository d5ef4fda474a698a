package gradientlab.rulebenchmark.foreign;

import gradientlab.rulebenchmark.Half;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The programs of one half, healthy ones first. The halves share no family, and some faults occur in the scoring half alone.
 *
 * @param half which
 * @param configurations every twin of a faulty program is among them
 * @param seeds of each
 */
record ForeignSuite(Half half, List<Configuration> configurations, List<Long> seeds) {

    private static final List<Long> SEEDS = List.of(21L, 22L);
    private static final int PER_FAULT = 3;

    /** All of them. */
    static ForeignSuite full(Half half) {
        List<Configuration> all = new ArrayList<>(healthy(half));
        all.addAll(faulty(half, PER_FAULT));
        return new ForeignSuite(half, List.copyOf(all), SEEDS);
    }

    /** One program for each fault, with its twin, and one seed. */
    static ForeignSuite quick(Half half) {
        List<Configuration> faulty = faulty(half, 1);
        Set<Configuration> all = new LinkedHashSet<>();
        faulty.forEach(each -> all.add(each.twin()));
        all.addAll(faulty);
        return new ForeignSuite(half, List.copyOf(all), SEEDS.subList(0, 1));
    }

    private static List<Configuration> healthy(Half half) {
        return families(half).stream()
                .flatMap(family ->
                        family.variants().stream().map(variant -> new Configuration(family, variant, Optional.empty())))
                .toList();
    }

    private static List<Family> families(Half half) {
        return Arrays.stream(Family.values())
                .filter(family -> family.half() == half)
                .toList();
    }

    private static List<Configuration> faulty(Half half, int perFault) {
        List<Configuration> faulty = new ArrayList<>();
        for (int f = 0; f < Faults.ALL_FAULTS.size(); f++) {
            ForeignFault fault = Faults.ALL_FAULTS.get(f);
            for (Configuration place : places(half, fault, perFault, f)) {
                faulty.add(place.with(fault));
            }
        }
        return faulty;
    }

    /** From as many families as there are, in turn; with which family and variant it begins differs from fault to fault. */
    private static List<Configuration> places(Half half, ForeignFault fault, int count, int offset) {
        List<List<Configuration>> possible = families(half).stream()
                .map(family -> healthy(half).stream()
                        .filter(each -> each.family() == family && fault.fits(half, family, each.setup()))
                        .toList())
                .filter(each -> !each.isEmpty())
                .toList();
        Set<Configuration> places = new LinkedHashSet<>();
        int all = possible.stream().mapToInt(List::size).sum();
        for (int i = 0; places.size() < Math.min(count, all); i++) {
            List<Configuration> family = possible.get((offset + i) % possible.size());
            places.add(family.get((5 * offset + i + i / possible.size()) % family.size()));
        }
        return List.copyOf(places);
    }
}
