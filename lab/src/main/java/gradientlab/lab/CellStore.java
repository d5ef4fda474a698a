package gradientlab.lab;

import gradientlab.lab.run.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/**
 * The cells that are done: in memory and, where there is a folder, as cells/GRID/KEY.json in it, each written whole as
 * soon as it is finished. May be used from several threads.
 */
final class CellStore {

    private final Path folder;
    private final Map<String, Record> done = new ConcurrentHashMap<>();

    /** @param folder the folder of the run, or null to keep the cells in memory alone */
    CellStore(Path folder) {
        this.folder = folder;
    }

    /** @throws UncheckedIOException if the file is there but is not such a result */
    <R extends Record> Optional<R> find(String grid, String key, Class<R> type) {
        Record kept = done.computeIfAbsent(grid + "/" + key, name -> read(file(grid, key), type));
        return Optional.ofNullable(kept).map(type::cast);
    }

    private static <R extends Record> R read(Path file, Class<R> type) {
        try {
            return file != null && Files.exists(file) ? Json.readResult(file, type) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** @throws UncheckedIOException if it cannot be written */
    void keep(String grid, String key, Record result) {
        done.put(grid + "/" + key, result);
        try {
            if (folder != null) {
                Json.write(file(grid, key), result);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The cell " + key + " cannot be kept: " + e.getMessage(), e);
        }
    }

    /** A checksum keeps keys apart that differ only in what a file name cannot hold. */
    private Path file(String grid, String key) {
        if (folder == null) {
            return null;
        }
        CRC32 sum = new CRC32();
        sum.update(key.getBytes(StandardCharsets.UTF_8));
        String name = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
        return folder.resolve("cells").resolve(grid).resolve(name + "-" + Long.toHexString(sum.getValue()) + ".json");
    }
}
