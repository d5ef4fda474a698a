package gradientlab.lab.report;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A drawing as an element of a page, several times smaller than its file and the same to the eye: lines and rectangles of one
 * look that follow each other become one path, and paths are written in steps of a tenth of a pixel.
 */
final class CompactSvg {

    private static final Pattern DRAWING = Pattern.compile("viewBox=\"([^\"]*)\"");
    private static final Pattern CLIP = Pattern.compile("clip\\d+");
    private static final Pattern LINE = Pattern.compile(
            "<line style=\"([^\"]*)\" x1=\"([^\"]*)\" x2=\"([^\"]*)\" y1=\"([^\"]*)\" y2=\"([^\"]*)\"/>");
    private static final Pattern RECTANGLE = Pattern.compile(
            "<rect height=\"([^\"]*)\" style=\"([^\"]*)\" width=\"([^\"]*)\" x=\"([^\"]*)\" y=\"([^\"]*)\"/>");
    private static final Pattern PATH = Pattern.compile("<path d=\"([^\"]*)\" style=\"([^\"]*)\"/>");

    private final StringBuilder out = new StringBuilder();
    private String look = "";
    private CompactPath path = new CompactPath();

    private CompactSvg() {}

    /**
     * The element svg.
     *
     * @param svg the document
     * @param name sets the drawing apart from the others of the page
     * @param words what it shows, for who does not see it
     */
    static String of(String svg, String name, String words) {
        Matcher drawing = DRAWING.matcher(svg);
        if (!drawing.find()) {
            return svg;
        }
        CompactSvg compact = new CompactSvg();
        compact.out
                .append("<svg viewBox=\"")
                .append(drawing.group(1))
                .append("\" role=\"img\" aria-label=\"")
                .append(Html.escaped(words))
                .append("\">");
        svg.substring(svg.indexOf('>', svg.indexOf("<svg")) + 1)
                .lines()
                .map(String::strip)
                .forEach(compact::add);
        return CLIP.matcher(compact.out).replaceAll(Matcher.quoteReplacement("clip-" + name));
    }

    private void add(String element) {
        Matcher line = LINE.matcher(element);
        Matcher rectangle = RECTANGLE.matcher(element);
        Matcher drawn = PATH.matcher(element);
        if (line.matches()) {
            looking(line.group(1));
            path.line(number(line, 2), number(line, 4), number(line, 3), number(line, 5));
        } else if (rectangle.matches()) {
            looking(rectangle.group(2));
            path.rectangle(number(rectangle, 4), number(rectangle, 5), number(rectangle, 3), number(rectangle, 1));
        } else {
            looking("");
            out.append(drawn.matches() ? path(CompactPath.shortened(drawn.group(1)), drawn.group(2)) : element);
        }
    }

    /** Ends the path that is being collected where the next one looks different. */
    private void looking(String next) {
        if (!next.equals(look) && !path.isEmpty()) {
            out.append(path(path.toString(), look));
            path = new CompactPath();
        }
        look = next;
    }

    private static String path(String d, String style) {
        return String.format(Locale.ROOT, "<path d=\"%s\" style=\"%s\"/>", d, style);
    }

    private static double number(Matcher element, int group) {
        return Double.parseDouble(element.group(group));
    }
}
