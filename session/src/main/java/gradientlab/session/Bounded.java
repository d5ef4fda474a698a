package gradientlab.session;

/** A storage that keeps a limited number of updates of each kind per session. */
public interface Bounded {

    /** The most updates of one kind that are kept per session; beyond them they are thinned. */
    int kept();
}
