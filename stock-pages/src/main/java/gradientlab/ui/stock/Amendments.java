package gradientlab.ui.stock;

import java.util.List;
import java.util.stream.Stream;

/** Every amendment to DL4J's texts. */
final class Amendments {
    private static final List<Amendment> ALL = Stream.of(
                    TemplateAmendments.ROWS,
                    ScriptAmendments.ROWS,
                    OverviewAmendments.ROWS,
                    ModelAmendments.ROWS,
                    SystemAmendments.ROWS,
                    TrainAmendments.ROWS)
            .flatMap(List::stream)
            .toList();

    private Amendments() {}

    /** All of them, text by text, in the order they are made. */
    public static List<Amendment> all() {
        return ALL;
    }

    /** Those to one text, in the order they are made; none if it is served as it is. */
    public static List<Amendment> of(String resource) {
        return ALL.stream()
                .filter(amendment -> amendment.resource().equals(resource))
                .toList();
    }
}
