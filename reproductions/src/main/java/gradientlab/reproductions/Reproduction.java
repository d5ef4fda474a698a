package gradientlab.reproductions;

import gradientlab.mnist.MnistDataset;

/** Something published that is run again. */
public interface Reproduction {

    /** Its name on the command line: lower case with dashes. */
    String name();

    /** What was published, in a few words. */
    String title();

    /** Where: authors, year, place; and what its numbers are taken from. */
    String source();

    /** With which settings it is run, and what differs from the source. */
    String settings();

    /** Runs it. */
    Outcome run(MnistDataset data, Effort effort);
}
