package gradientlab.ui.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The newest turn of each page that asks for pictures: older ones need no answer. */
final class NewestTurns {

    private static final Pattern TURN = Pattern.compile("[0-9]{1,15}");
    private static final int PAGES = 100;

    private final Map<String, Long> newest = new LinkedHashMap<>();

    /** Notes a turn; one that is no number counts as the first, and a page without a name is never overtaken. */
    synchronized long asked(String page, String text) {
        long turn = text != null && TURN.matcher(text).matches() ? Long.parseLong(text) : 0;
        if (!page.isEmpty()) {
            newest.merge(page, turn, Math::max);
            if (newest.size() > PAGES) {
                newest.remove(newest.keySet().iterator().next());
            }
        }
        return turn;
    }

    /** Whether the page has asked for a later turn. */
    synchronized boolean isOvertaken(String page, long turn) {
        return newest.getOrDefault(page, turn) > turn;
    }
}
