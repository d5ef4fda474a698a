package gradientlab.experiments.lesson;

import gradientlab.lab.LecturePart;
import gradientlab.lab.Sample;
import gradientlab.lab.report.Block;
import gradientlab.lab.report.Section;
import gradientlab.language.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a section of the lecture has besides what it measures: its part, the code, the formula, how to try it. */
final class Taught {

    /**
     * Where a section stands.
     *
     * @param explored the settings of the explorer's page that show the same; empty where it has none
     */
    record Place(LecturePart part, String explored) {}

    static final Map<String, Place> PLACES = Map.ofEntries(
            Map.entry("initial-loss", new Place(LecturePart.START, "init=standard-normal&depth=1&batchSize=32")),
            Map.entry("logit-scale", new Place(LecturePart.START, "init=standard-normal&depth=1&outputScale=0.1")),
            Map.entry("fresh-logits", new Place(LecturePart.START, "init=standard-normal-small-output&depth=1")),
            Map.entry("activation-functions", new Place(LecturePart.INSIDE, "activation=sigmoid&depth=5")),
            Map.entry("tanh-saturation", new Place(LecturePart.INSIDE, "init=standard-normal&depth=1&batchSize=32")),
            Map.entry("matrix-product", new Place(LecturePart.RIGHT, "")),
            Map.entry("gain-and-fan", new Place(LecturePart.RIGHT, "init=standard-normal-scaled&depth=1")),
            Map.entry("torch-linear", new Place(LecturePart.RIGHT, "init=torch-linear&depth=1")),
            Map.entry("better-still", new Place(LecturePart.RIGHT, "init=kaiming-normal&activation=relu&depth=1")),
            Map.entry("gradient-flow", new Place(LecturePart.SUMMARY, "init=standard-normal&depth=5")),
            Map.entry("batch-norm", new Place(LecturePart.NORMALISATION, "init=standard-normal&norm=batch&depth=1")),
            Map.entry("single-example", new Place(LecturePart.NORMALISATION, "")));

    private static final Set<String> WITHOUT_FORMULA = Set.of("fresh-logits", "better-still", "single-example");

    private Taught() {}

    /** The section with these: after the answer the code and the formula, how to try it at the end. */
    static Section of(Section told, Words words) {
        Place place = PLACES.get(told.name());
        List<Block> blocks = new ArrayList<>(told.blocks());
        int answered = 1 + blocks.indexOf(told.answers().get(0));
        blocks.addAll(answered, shown(told.name(), words));
        blocks.add(new Block.TryIt(
                "java -jar experiments/target/gradient-lab.jar " + told.name(),
                place.explored().isEmpty() ? "" : "/explore#" + place.explored()));
        return new Section(told.name(), place.part().in(words.language()), told.title(), told.asked(), blocks);
    }

    private static List<Block> shown(String name, Words words) {
        Block code = new Block.Code(Sample.of(Lessons.class, name + ".java"), Sample.of(Lessons.class, name + ".py"));
        return WITHOUT_FORMULA.contains(name)
                ? List.of(code)
                : List.of(
                        code,
                        new Block.Formula(Sample.of(Lessons.class, name + ".mml"), words.text(name + ".formula")));
    }
}
