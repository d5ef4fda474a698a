package gradientlab.lab.figure;

import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.AnnotationTextPanel;
import org.knowm.xchart.internal.chartpart.AxesChart;

/** Sentences in the upper right of a plot, below its title: what it cannot show. */
final class Note {

    private static final int MOST_LINES = 4;

    /** Heights in pixels. */
    private static final int TITLE = 44;

    private static final int LINE = 17;
    private static final int AROUND = 20;

    private Note() {}

    /** Writes the sentences, if there are any; of many the first ones. */
    static void on(AxesChart<?, ?> chart, List<String> sentences) {
        if (sentences.isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>(sentences);
        if (lines.size() > MOST_LINES) {
            lines.subList(MOST_LINES - 1, lines.size()).clear();
            lines.add("and " + (sentences.size() - lines.size()) + " more");
        }
        int bottom = chart.getHeight() - TITLE - AROUND - LINE * lines.size();
        chart.addAnnotation(new AnnotationTextPanel(String.join("\n", lines), chart.getWidth(), bottom, true));
    }
}
