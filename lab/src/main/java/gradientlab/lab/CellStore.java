package gradientlab.lab;

import gradientlab.lab.run.Json;
import gradientlab.runfolder.WorkFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

    private final WorkFolder folder;
    private final Map<String, Record> done = new ConcurrentHashMap<>();

    /** @param folder the folder of the run, begun, or null to keep the cells in memory alone */
    CellStore(WorkFolder folder) {
        this.folder = folder;
    }

    /**
     * A cell that is done; one whose file is not as it was written is not.
     *
     * @throws UncheckedIOException if the file is there but is not such a result
     */
    <R extends Record> Optional<R> find(String grid, String key, Class<R> type) {
        Record kept = done.computeIfAbsent(grid + "/" + key, name -> read(file(grid, key), type));
        return Optional.ofNullable(kept).map(type::cast);
    }

    private <R extends Record> R read(String file, Class<R> type) {
        try {
            return folder != null && folder.isWhole(file)
                    ? Json.readResult(folder.path().resolve(file), type)
                    : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** @throws UncheckedIOException if it cannot be written */
    void keep(String grid, String key, Record result) {
        done.put(grid + "/" + key, result);
        try {
            if (folder != null) {
                folder.put(Map.of(file(grid, key), Json.toBytes(result)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The cell " + key + " cannot be kept: " + e.getMessage(), e);
        }
    }

    /** A checksum keeps keys apart that differ only in what a file name cannot hold. */
    private static String file(String grid, String key) {
        CRC32 sum = new CRC32();
        sum.update(key.getBytes(StandardCharsets.UTF_8));
        String name = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
        return "cells/" + grid + "/" + name + "-" + Long.toHexString(sum.getValue()) + ".json";
    }
}
