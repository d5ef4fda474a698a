package gradientlab.runfolder;

import java.io.IOException;

/** Says that another process writes into a folder. */
public final class FolderInUseException extends IOException {

    private static final long serialVersionUID = 1;

    FolderInUseException(String message) {
        super(message);
    }
}
