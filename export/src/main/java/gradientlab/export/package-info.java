/**
 * Recorded trainings as other programs read them: event files of TensorBoard, tables in CSV and JSON.
 *
 * <p>May depend on: {@code gradientlab.diagnostics}, {@code gradientlab.diagnostics.history}, {@code gradientlab.session},
 * {@code com.fasterxml.jackson},
 * {@code org.nd4j.shade.protobuf}, {@code org.tensorflow}.
 */
package gradientlab.export;
