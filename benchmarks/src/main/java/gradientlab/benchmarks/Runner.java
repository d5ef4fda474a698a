package gradientlab.benchmarks;

import java.io.IOException;

/** A participant in rounds of whole processes. */
record Runner(String name, Run run) {

    /** Runs once. */
    @FunctionalInterface
    interface Run {
        Took once() throws IOException;
    }
}
