/** The program: hands the lecture's parts to the command line. */
package gradientlab.experiments;
