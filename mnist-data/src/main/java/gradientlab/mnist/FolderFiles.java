package gradientlab.mnist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The four files of a data set in a folder, found by their names. */
record FolderFiles(Map<MnistFile, Path> paths) implements MnistSource {
    /**
     * Looks into a folder, not into folders below it.
     *
     * @throws IdxFormatException if it is no folder, or one of the four files is missing or could be several
     */
    static FolderFiles in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            String found = Files.exists(folder) ? "a file" : "nothing under this name";
            throw new IdxFormatException(folder.toString(), "a folder of four IDX files", found);
        }
        List<Path> all = filesIn(folder);
        Map<MnistFile, Path> paths = new EnumMap<>(MnistFile.class);
        for (MnistFile file : MnistFile.values()) {
            paths.put(file, onlyCandidate(file, folder, all));
        }
        return new FolderFiles(paths);
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Path onlyCandidate(MnistFile file, Path folder, List<Path> all) throws IdxFormatException {
        List<Path> candidates = all.stream()
                .filter(path -> file.mayBeCalled(path.getFileName().toString()))
                .toList();
        if (candidates.size() != 1) {
            throw new IdxFormatException(folder.toString(), file.expectedNames(), text(candidates, all.size()));
        }
        return candidates.get(0);
    }

    private static String text(List<Path> candidates, int files) {
        if (candidates.isEmpty()) {
            return String.format(Locale.ROOT, "none among the %d file(s) there", files);
        }
        List<String> names =
                candidates.stream().map(path -> path.getFileName().toString()).toList();
        return String.format(Locale.ROOT, "%d that could be it: %s", names.size(), String.join(", ", names));
    }

    @Override
    public String path(MnistFile file) {
        return paths.get(file).toString();
    }

    @Override
    public String name(MnistFile file) {
        return paths.get(file).getFileName().toString().replaceFirst("\\.gz$", "");
    }

    @Override
    public IdxArray read(MnistFile file) throws IOException {
        return IdxReader.read(paths.get(file));
    }

    /** Any content is right: there is no telling which data set a folder holds. */
    @Override
    public void requireSha256(MnistFile file, String sha256) {}
}
