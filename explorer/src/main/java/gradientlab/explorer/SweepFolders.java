package gradientlab.explorer;

import gradientlab.lab.run.Setting;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.model.InitialisationScheme;
import gradientlab.sweep.SweptCell;
import gradientlab.ui.explorer.SweptMaps;
import gradientlab.ui.explorer.SweptMaps.SweptMap;
import gradientlab.ui.explorer.SweptMaps.SweptNets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The maps of trained nets that sweeps over depth and the size of the weights have left in folders. */
final class SweepFolders {

    /** A page draws them all at once. */
    private static final int MOST_CELLS = 20_000;

    private static final int MOST_STEPS = 10_000;

    /** What the axes of a map say, and the seed, over which there is a mean. */
    private static final List<String> OF_A_CELL = List.of(
            Setting.INIT.key(),
            ControlTable.WEIGHT_STD,
            Setting.DEPTH.key(),
            Setting.SEED.key(),
            ControlTable.AMOUNT,
            ControlTable.FAN);

    private final List<Path> folders;

    SweepFolders(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /** Reads them anew each time: a sweep may have gone on. */
    SweptMaps read() {
        List<SweptMap> maps = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path folder : folders) {
            try {
                maps.addAll(maps(folder));
            } catch (IOException e) {
                problems.add(e.getMessage() + ".");
            }
        }
        return new SweptMaps(maps, problems);
    }

    private static List<SweptMap> maps(Path folder) throws IOException {
        List<SweptCell> all = SweptCell.in(folder);
        if (all.size() > MOST_CELLS) {
            throw new IOException(
                    folder + ": has " + all.size() + " cells, and the page draws " + MOST_CELLS + " at most");
        }
        Map<Map<String, String>, List<SweptCell>> groups = new LinkedHashMap<>();
        for (SweptCell cell : all) {
            settings(cell.plan())
                    .ifPresent(common -> groups.computeIfAbsent(common, any -> new ArrayList<>())
                            .add(cell));
        }
        return groups.entrySet().stream()
                .map(group -> map(name(folder, group.getKey(), groups.keySet()), group.getKey(), group.getValue()))
                .toList();
    }

    /** What the nets of a map have in common; empty where they are none that lie on one, or that the page can show. */
    private static Optional<Map<String, String>> settings(TrainingPlan plan) {
        if (plan.spec().initialisation().scheme() != InitialisationScheme.SCALED) {
            return Optional.empty();
        }
        try {
            int steps = (int) Math.min(MOST_STEPS, (long) plan.epochs() * plan.batchesPerEpoch());
            Map<String, String> settings =
                    NetSettings.write(new ExploredNet(plan, Skip.NONE, InputScaling.UNIT, steps));
            OF_A_CELL.forEach(settings::remove);
            return Optional.of(settings);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The folder, and what differs from the folder's other maps. */
    private static String name(Path folder, Map<String, String> settings, Collection<Map<String, String>> all) {
        String own = settings.entrySet().stream()
                .filter(each -> all.stream().anyMatch(other -> !each.getValue().equals(other.get(each.getKey()))))
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
        return folder.getFileName() + (own.isEmpty() ? "" : ": " + own);
    }

    /** Where a net lies. */
    private record Place(double weightStd, int depth) {

        static Place of(SweptCell cell) {
            return new Place(
                    cell.plan().spec().initialisation().amount(),
                    cell.plan().spec().hidden().size());
        }
    }

    private static SweptMap map(String name, Map<String, String> settings, List<SweptCell> cells) {
        List<String> measures = List.copyOf(cells.stream()
                .flatMap(cell -> cell.measures().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new)));
        List<SweptNets> places = cells.stream()
                .collect(Collectors.groupingBy(Place::of, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(each -> nets(each.getKey(), each.getValue(), measures))
                .toList();
        return new SweptMap(name, settings, measures, places);
    }

    private static SweptNets nets(Place place, List<SweptCell> cells, List<String> measures) {
        List<Double> means = measures.stream()
                .map(measure -> cells.stream()
                        .mapToDouble(cell -> cell.measures().get(measure))
                        .average()
                        .orElseThrow())
                .toList();
        return new SweptNets(place.weightStd(), place.depth(), cells.size(), means);
    }
}
