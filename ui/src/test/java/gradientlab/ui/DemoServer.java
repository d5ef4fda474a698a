package gradientlab.ui;

import gradientlab.ui.demo.Demo;

/** For work on the pages: the demo on a port, until it is killed. */
final class DemoServer {
    private DemoServer() {}

    public static void main(String[] args) {
        var dashboard = Dashboard.start(DashboardOptions.defaults().withPort(Integer.parseInt(args[0])));
        Demo.into(dashboard.storage());
        Demo.live(dashboard.storage());
        System.out.println(dashboard.address().resolve("/gradients"));
    }
}
