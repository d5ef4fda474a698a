/**
 * Folders whose files are whole, belong together and are checked, whenever the process that writes them is killed: files on
 * the disk before they are called finished, several put in place together, a manifest with checksums, a lock.
 *
 * <p>May depend on: {@code com.fasterxml.jackson}.
 */
package gradientlab.runfolder;
