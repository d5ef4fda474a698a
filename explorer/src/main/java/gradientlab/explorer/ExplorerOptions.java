package gradientlab.explorer;

import java.nio.file.Path;
import java.util.List;

/**
 * Where an explorer's data are from, what it may do, and where it writes.
 *
 * @param data the folder of the data set, or null for the bundled MNIST
 * @param out below it trained networks are saved; made when the first of them is
 * @param sweeps folders of sweeps whose maps may be laid beside those of fresh nets
 * @param forbidden a sentence that says why networks may not be trained; empty where they may
 */
public record ExplorerOptions(String data, Path out, List<Path> sweeps, String forbidden) {

    /** Copies the list. */
    public ExplorerOptions {
        sweeps = List.copyOf(sweeps);
    }

    /** Of the bundled MNIST, with training. */
    public static ExplorerOptions savingBelow(Path out) {
        return new ExplorerOptions(null, out, List.of(), "");
    }

    /** The same for another data set. */
    public ExplorerOptions reading(String folder) {
        return new ExplorerOptions(folder, out, sweeps, forbidden);
    }

    /** The same with the maps of sweeps. */
    public ExplorerOptions besides(List<Path> folders) {
        return new ExplorerOptions(data, out, folders, forbidden);
    }

    /** The same without training. */
    public ExplorerOptions forbidding(String sentence) {
        return new ExplorerOptions(data, out, sweeps, sentence);
    }
}
