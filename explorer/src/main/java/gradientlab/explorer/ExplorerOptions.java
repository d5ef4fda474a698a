package gradientlab.explorer;

import java.nio.file.Path;

/**
 * Where an explorer's data are from, what it may do, and where it writes.
 *
 * @param data the folder of the data set, or null for the bundled MNIST
 * @param out below it trained networks are saved; made when the first of them is
 * @param forbidden a sentence that says why networks may not be trained; empty where they may
 */
public record ExplorerOptions(String data, Path out, String forbidden) {

    /** Of the bundled MNIST, with training. */
    public static ExplorerOptions savingBelow(Path out) {
        return new ExplorerOptions(null, out, "");
    }

    /** The same for another data set. */
    public ExplorerOptions reading(String folder) {
        return new ExplorerOptions(folder, out, forbidden);
    }

    /** The same without training. */
    public ExplorerOptions forbidding(String sentence) {
        return new ExplorerOptions(data, out, sentence);
    }
}
