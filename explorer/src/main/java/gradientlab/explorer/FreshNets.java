package gradientlab.explorer;

import java.util.LinkedHashMap;
import java.util.Map;

/** Fresh networks, the latest of which are kept: a page asks several things about one. */
final class FreshNets {

    private static final int MOST = 6;

    private final Data data;
    private final Map<ExploredNet, FreshNet> kept = new LinkedHashMap<>();

    FreshNets(Data data) {
        this.data = data;
    }

    Data data() {
        return data;
    }

    /** The fresh network that is asked for. */
    FreshNet of(ExploredNet asked) {
        synchronized (kept) {
            FreshNet known = kept.remove(asked);
            if (known != null) {
                kept.put(asked, known);
                return known;
            }
        }
        FreshNet made = FreshNet.of(asked, data);
        keep(made);
        return made;
    }

    private void keep(FreshNet made) {
        synchronized (kept) {
            kept.put(made.asked(), made);
            while (kept.size() > MOST || (kept.size() > 1 && parameters() > ExploredNet.MOST_WEIGHTS)) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
    }

    private long parameters() {
        return kept.values().stream().mapToLong(FreshNet::parameters).sum();
    }
}
