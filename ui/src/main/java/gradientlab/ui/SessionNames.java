package gradientlab.ui;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The names in the session selector: each one once. */
final class SessionNames {
    // The stock pages put the name unescaped into a URL path, an HTML attribute and a jQuery selector.
    private static final Pattern UNSAFE = Pattern.compile("[/\\\\?#%'\"<>&\\p{Cntrl}]");
    private static final Set<String> PATH_STEPS = Set.of(".", "..");

    private final Set<String> taken = new HashSet<>();

    /**
     * The name itself, or with " (2)", " (3)" and so on behind it if it is taken.
     *
     * @throws DashboardException if the stock pages cannot carry the name
     */
    synchronized String claim(String name) {
        requireUsable(name);
        String free = name;
        for (int n = 2; !taken.add(free); n++) {
            free = name + " (" + n + ")";
        }
        return free;
    }

    private static void requireUsable(String name) {
        if (!name.equals(name.strip()) || name.isEmpty() || PATH_STEPS.contains(name)) {
            throw new DashboardException("The session name '" + name
                    + "' must have at least one character that is not a dot, and no blanks around it.");
        }
        if (UNSAFE.matcher(name).find()) {
            throw new DashboardException("The session name '" + name
                    + "' must not contain control characters or any of / \\ ? # % ' \" < > &.");
        }
    }
}
