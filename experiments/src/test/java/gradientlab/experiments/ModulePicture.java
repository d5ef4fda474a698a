package gradientlab.experiments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws a module graph as SVG: who uses others stands above them; an arrow that another one implies is left out. */
final class ModulePicture {

    private static final int WIDTH = 1080;
    private static final int BOX = 196;
    private static final int LINE = 15;
    private static final int ROW = 152;

    private final ModuleGraph graph;
    private final Map<String, double[]> places = new LinkedHashMap<>();

    private ModulePicture(ModuleGraph graph) {
        this.graph = graph;
    }

    static String of(ModuleGraph graph) {
        ModulePicture picture = new ModulePicture(graph);
        int levels = picture.place();
        return picture.svg(levels * ROW + 10);
    }

    private int place() {
        int levels = graph.uses().keySet().stream().mapToInt(graph::level).max().orElse(0) + 1;
        for (int level = 0; level < levels; level++) {
            int at = level;
            List<String> row = graph.uses().keySet().stream()
                    .filter(module -> graph.level(module) == at)
                    .toList();
            for (int i = 0; i < row.size(); i++) {
                double x = WIDTH * (i + 0.5) / row.size();
                // Odd rows stand a little aside, so that no arrow passes behind a box of the row between.
                double aside = row.size() == 1 ? (level % 2 == 0 ? -40 : 40) : 0;
                places.put(row.get(i), new double[] {x + aside, (levels - 1 - level) * ROW + 10.0});
            }
        }
        return levels;
    }

    private String svg(int height) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\">",
                WIDTH,
                height));
        lines.add("<style>.box{fill:#eef3fb;stroke:#3b6ea5}.name{font-size:15px;font-weight:bold;fill:#16324f}"
                + ".package{font-size:11px;fill:#33475b}.arrow{stroke:#7a8899;fill:none}"
                + "@media(prefers-color-scheme:dark){.box{fill:#1d2a3a;stroke:#7fb0e6}.name{fill:#e6eefb}"
                + ".package{fill:#b8c7d9}.arrow{stroke:#90a0b4}}</style>");
        lines.add("<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"8\""
                + " markerHeight=\"8\" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" fill=\"#7a8899\"/></marker></defs>");
        places.keySet().forEach(module -> graph.direct(module).forEach(used -> lines.add(arrow(module, used))));
        places.keySet().forEach(module -> lines.addAll(box(module)));
        lines.add("</svg>");
        return String.join("\n", lines) + "\n";
    }

    private String arrow(String from, String to) {
        double[] a = places.get(from);
        double[] b = places.get(to);
        double bottom = a[1] + height(from);
        return String.format(
                Locale.ROOT,
                "<path class=\"arrow\" d=\"M%.0f %.0fC%.0f %.0f %.0f %.0f %.0f %.0f\" marker-end=\"url(#tip)\"/>",
                a[0],
                bottom,
                a[0],
                bottom + 40,
                b[0],
                b[1] - 40,
                b[0],
                b[1]);
    }

    private List<String> box(String module) {
        double[] at = places.get(module);
        double left = at[0] - BOX / 2.0;
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "<rect class=\"box\" x=\"%.0f\" y=\"%.0f\" width=\"%d\" height=\"%d\" rx=\"6\"/>",
                left,
                at[1],
                BOX,
                height(module)));
        lines.add(text("name", left, at[1] + 20, module));
        int line = 0;
        for (String name : graph.packages().get(module)) {
            lines.add(text("package", left, at[1] + 38 + LINE * line++, name.replace("gradientlab.", "")));
        }
        return lines;
    }

    private int height(String module) {
        return 32 + LINE * graph.packages().get(module).size();
    }

    private static String text(String style, double left, double y, String text) {
        return String.format(
                Locale.ROOT, "<text class=\"%s\" x=\"%.0f\" y=\"%.0f\">%s</text>", style, left + 10, y, text);
    }
}
