package gradientlab.spark;

import gradientlab.lab.run.Json;
import gradientlab.runfolder.Specification;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.BitSet;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The folder of the rows of finished cells, on any Hadoop file system. Which cells are finished is told by the names of its
 * files alone; a file is written under another name and renamed when it is whole.
 */
final class RowFolder {

    private static final String SPECIFICATION = "sweep.json";
    private static final Pattern NAMED = Pattern.compile("cells-(\\d{9})-(\\d{9})\\.parquet");

    private final Path folder;
    private final Path rows;
    private final FileSystem files;

    RowFolder(String folder, Configuration configuration) throws IOException {
        this.folder = new Path(folder);
        this.rows = new Path(this.folder, "rows");
        this.files = this.folder.getFileSystem(configuration);
    }

    /** The folder that has the Parquet files and nothing else. */
    String rows() {
        return rows.toString();
    }

    /**
     * Begins the rows of a sweep here, or goes on with them.
     *
     * @throws IOException if the folder cannot be written, or is another sweep's; the message names it and what differs
     */
    void begin(Specification specification) throws IOException {
        Path file = new Path(folder, SPECIFICATION);
        if (!files.exists(file)) {
            files.mkdirs(rows);
            put(file, Json.toBytes(specification), "begin");
            return;
        }
        String difference = Json.fromBytes(bytes(file), Specification.class).difference(specification);
        if (!difference.isEmpty()) {
            throw new IOException(folder + ": holds the rows of another sweep, with " + difference
                    + ": name another folder by --spark-folder");
        }
    }

    private byte[] bytes(Path file) throws IOException {
        try (InputStream in = files.open(file)) {
            return in.readAllBytes();
        }
    }

    /** The cells whose rows are here. */
    BitSet finished() throws IOException {
        BitSet finished = new BitSet();
        for (FileStatus file : listed()) {
            Matcher name = NAMED.matcher(file.getPath().getName());
            if (name.matches()) {
                finished.set(Integer.parseInt(name.group(1)), Integer.parseInt(name.group(2)) + 1);
            }
        }
        return finished;
    }

    private FileStatus[] listed() throws IOException {
        try {
            return files.listStatus(rows);
        } catch (FileNotFoundException e) {
            return new FileStatus[0];
        }
    }

    /**
     * Keeps the rows of neighbouring cells; those of another attempt at the same cells win if they were there first.
     *
     * @param attempt no other writer has the same
     */
    void put(int first, int last, byte[] table, String attempt) throws IOException {
        put(new Path(rows, String.format(Locale.ROOT, "cells-%09d-%09d.parquet", first, last)), table, attempt);
    }

    private void put(Path file, byte[] bytes, String attempt) throws IOException {
        // Spark's readers pass over names that begin so.
        Path unfinished = new Path(file.getParent(), "_" + attempt + "-" + file.getName());
        try (OutputStream out = files.create(unfinished, true)) {
            out.write(bytes);
        }
        if (files.exists(file) || !files.rename(unfinished, file)) {
            files.delete(unfinished, false);
            if (!files.exists(file)) {
                throw new IOException(file + ": cannot be written");
            }
        }
    }
}
