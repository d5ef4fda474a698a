package gradientlab.ui.stock;

/**
 * A small change to one of DL4J's texts, made when it is served: so that none of its code is copied.
 *
 * @param resource the text's name on the class path
 * @param find what is replaced, exactly
 * @param times how often it must be there; with any other number, the text is no longer the one this was written for
 * @param replacement what stands there instead, each time
 * @param why the fault that is repaired
 */
record Amendment(String resource, String find, int times, String replacement, String why) {
    static Amendment replace(String resource, String find, String replacement, String why) {
        return new Amendment(resource, find, 1, replacement, why);
    }

    static Amendment after(String resource, String find, String added, String why) {
        return replace(resource, find, find + added, why);
    }

    /** Whether the text still has what is replaced, as often as it must. */
    public boolean fits(String text) {
        int found = 0;
        for (int at = text.indexOf(find); at >= 0; at = text.indexOf(find, at + find.length())) {
            found++;
        }
        return found == times;
    }

    String applyTo(String text) {
        return text.replace(find, replacement);
    }
}
