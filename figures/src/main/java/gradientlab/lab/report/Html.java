package gradientlab.lab.report;

/** Pieces of HTML. */
final class Html {

    private Html() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** An element with a text. */
    static String element(String tag, String text) {
        return "<" + tag + ">" + escaped(text) + "</" + tag + ">\n";
    }

    /** An element of a class with a text. */
    static String element(String tag, String style, String text) {
        return "<" + tag + " class=\"" + style + "\">" + escaped(text) + "</" + tag + ">\n";
    }
}
