package gradientlab.ui;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which updates are kept: a number of each kind and session, and a number in all.
 *
 * <p>Where there are too many in all, sessions to which nothing is added any more give way to the newer ones: first they are
 * thinned, the longest untouched one before the others, then that one is forgotten.
 *
 * @param <S> what names one kind of updates of one session
 */
final class KeptHistory<S> {
    private static final int LEAST = 3; // the first, the last and one between

    private final int each;
    private final int inAll;
    private final Map<S, KeptUpdates> series = new LinkedHashMap<>();
    private int size;

    /**
     * An update that is kept no longer.
     *
     * @param time when it was stored; empty for all of the series
     */
    record GivenUp<S>(S series, Optional<Long> time) {}

    /**
     * Nothing yet.
     *
     * @param each most updates of one series, at least 3
     * @param inAll most updates of all series, at least as many
     */
    KeptHistory(int each, int inAll) {
        this.each = each;
        this.inAll = inAll;
    }

    /** Counts one more in, and says what is given up for it; nothing while there is room. */
    synchronized List<GivenUp<S>> add(S name, int iteration, long time) {
        KeptUpdates updates = series.containsKey(name) ? series.remove(name) : new KeptUpdates();
        series.put(name, updates); // the last in the order
        updates.add(iteration, time);
        size++;
        List<GivenUp<S>> givenUp = new ArrayList<>();
        if (updates.size() > each) {
            givenUp.add(thinned(name, updates));
        }
        while (size > inAll) {
            givenUp.add(longestUntouched());
        }
        return givenUp;
    }

    private GivenUp<S> longestUntouched() {
        for (Map.Entry<S, KeptUpdates> entry : series.entrySet()) {
            if (entry.getValue().size() > LEAST) {
                return thinned(entry.getKey(), entry.getValue());
            }
        }
        Iterator<Map.Entry<S, KeptUpdates>> all = series.entrySet().iterator();
        Map.Entry<S, KeptUpdates> first = all.next();
        all.remove();
        size -= first.getValue().size();
        return new GivenUp<>(first.getKey(), Optional.empty());
    }

    private GivenUp<S> thinned(S name, KeptUpdates updates) {
        size--;
        return new GivenUp<>(name, Optional.of(updates.giveUp()));
    }
}
