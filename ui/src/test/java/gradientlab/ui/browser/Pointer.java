package gradientlab.ui.browser;

import java.util.List;
import org.openqa.selenium.interactions.Actions;

/** The mouse over something that is drawn, at shares of its width and in the middle of its height. */
public final class Pointer {

    private final Browser browser;
    private final String css;

    /** A pointer over the first element of a kind. */
    public Pointer(Browser browser, String css) {
        this.browser = browser;
        this.css = css;
    }

    /** Clicks. */
    public void click(double share) {
        to(share).click().perform();
    }

    /** Clicks twice. */
    public void doubleClick(double share) {
        to(share).doubleClick().perform();
    }

    /** Moves from one place to another with the button down. */
    public void drag(double from, double to) {
        int[] end = place(to);
        to(from).clickAndHold().moveToLocation(end[0], end[1]).release().perform();
    }

    private Actions to(double share) {
        int[] place = place(share);
        return browser.actions().moveToLocation(place[0], place[1]);
    }

    /** Of the part that can be seen. */
    private int[] place(double share) {
        List<?> at = (List<?>) browser.script("""
                const one = document.querySelector(arguments[0]);
                one.scrollIntoView({block: 'center', behavior: 'instant'});
                const {left, right, top, height} = one.getBoundingClientRect();
                const seen = [Math.max(0, left), Math.min(innerWidth, right)];
                return [Math.round(seen[0] + (seen[1] - seen[0]) * arguments[1]), Math.round(top + height / 2)];
                """, css, share);
        return new int[] {((Number) at.get(0)).intValue(), ((Number) at.get(1)).intValue()};
    }
}
