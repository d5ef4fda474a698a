/**
 * The pages in a real Chromium, against the real server with the demo's sessions; knows the dashboard's public side only.
 */
package gradientlab.ui.browser;
