/** The explorer page in a real Chromium, against the real explorer with the bundled images. */
package gradientlab.explorer.browser;
