package gradientlab.spark;

import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** A file system that cannot write a file of rows the first time. */
public final class FlakyFiles extends RawLocalFileSystem {

    static final Set<String> REFUSED = ConcurrentHashMap.newKeySet();

    @Override
    public URI getUri() {
        return URI.create("flaky:///");
    }

    @Override
    public String getScheme() {
        return "flaky";
    }

    @Override
    public FSDataOutputStream create(Path file, boolean overwrite) throws IOException {
        String name = file.getName().replaceAll("^_attempt-\\d+-", "");
        if (name.startsWith("cells-") && REFUSED.add(name)) {
            throw new IOException("the disk is full, once");
        }
        return super.create(file, overwrite);
    }
}
