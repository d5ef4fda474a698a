package gradientlab.mnist;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The four files of a data set: what each is called, holds, and has as SHA-256 in MNIST itself.
 *
 * <p>The digests are those of the uncompressed files, which PyTorch's, TensorFlow's and every other copy of MNIST share.
 */
enum MnistFile {
    TRAIN_IMAGES("train", "images", 3, "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
    TRAIN_LABELS("train", "labels", 1, "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
    TEST_IMAGES("t10k", "images", 3, "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
    TEST_LABELS("t10k", "labels", 1, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");

    private final String content;
    private final int dimensions;
    private final String mnistName;
    private final String mnistSha256;
    private final Pattern names;

    MnistFile(String set, String content, int dimensions, String mnistSha256) {
        this.content = content;
        this.dimensions = dimensions;
        this.mnistName = String.format(Locale.ROOT, "%s-%s-idx%d-ubyte", set, content, dimensions);
        this.mnistSha256 = mnistSha256;
        this.names = Pattern.compile(String.format(
                Locale.ROOT, "(?:.+-)?(?:%s)-%s[-.]idx%d-ubyte(?:\\.gz)?", sets(set), content, dimensions));
    }

    /** EMNIST calls its test set "test", all others say "t10k". */
    private static String sets(String set) {
        return set.equals("t10k") ? "t10k|test" : set;
    }

    /** Whether this file may be called so: with any prefix ("emnist-digits-"), with or without ".gz". */
    boolean mayBeCalled(String name) {
        return names.matcher(name).matches();
    }

    /** The uncompressed file's name in MNIST itself. */
    String mnistName() {
        return mnistName;
    }

    String mnistSha256() {
        return mnistSha256;
    }

    /** What an error sentence says of the names this file may have. */
    String expectedNames() {
        String stem = mnistName.replace("-idx", "[-.]idx");
        String names = stem.startsWith("t10k")
                ? String.format(Locale.ROOT, "%s or %s", stem, stem.replace("t10k", "test"))
                : stem;
        return String.format(Locale.ROOT, "a file called %s (any prefix, with or without .gz)", names);
    }

    /** Checks that images are images and labels are labels, which swapped files are not. */
    void requireDimensions(IdxArray array, String path) throws IdxFormatException {
        int found = array.dimensions().size();
        if (found != dimensions) {
            String expected = String.format(Locale.ROOT, "%s (%d dimension(s))", content, dimensions);
            String text = IdxArray.text(array.dimensions());
            throw new IdxFormatException(
                    path, expected, String.format(Locale.ROOT, "%s (%d dimension(s): %s)", kind(found), found, text));
        }
    }

    private static String kind(int dimensions) {
        return switch (dimensions) {
            case 1 -> "labels";
            case 3 -> "images";
            default -> "neither images nor labels";
        };
    }
}
