package gradientlab.lab.run;

/** Shows how far long work has come. */
public interface Progress {

    /** Shows nothing. */
    Progress NONE = (name, steps) -> () -> {};

    /** Begins a piece of work with a number of steps. */
    Task begin(String name, long steps);

    /** A piece of work that is under way. */
    interface Task extends AutoCloseable {
        /** One step is done. */
        void step();

        @Override
        default void close() {}
    }
}
