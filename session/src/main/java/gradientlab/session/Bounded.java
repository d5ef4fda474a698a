package gradientlab.session;

/** A storage that keeps at most so many updates of each kind per session. */
public interface Bounded {

    /** The most updates of one kind that are kept per session; beyond them they are thinned. */
    int kept();
}
