"""A browser that keeps account of what pages do."""

import base64
import json
import os
import urllib.parse
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

WITNESS = """
window.witnessed = [];
addEventListener("securitypolicyviolation", (event) => {
  witnessed.push("policy violated: " + event.violatedDirective + " " + event.blockedURI);
});
addEventListener("error", (event) => witnessed.push("error: " + event.message), true);
addEventListener("unhandledrejection", (event) => witnessed.push("rejected: " + event.reason));
"""
"""Runs before all else on each page."""


class Browser:
    """Chromium without a window. Pages are opened as files: no server has to be trusted or awaited,
    and a policy in a page's head holds as well for files."""

    def __init__(self) -> None:
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for argument in [
            "--headless=new",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--no-first-run",
            "--hide-scrollbars",
            "--force-color-profile=srgb",
            "--lang=en",
        ]:
            options.add_argument(argument)
        if os.geteuid() == 0:
            options.add_argument("--no-sandbox")
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        options.set_capability("unhandledPromptBehavior", "dismiss")
        self.driver = webdriver.Chrome(
            options=options, service=Service(executable_path="/usr/bin/chromedriver")
        )
        self.driver.set_page_load_timeout(60)
        self.driver.set_script_timeout(60)
        self.command("Page.addScriptToEvaluateOnNewDocument", source=WITNESS)

    def close(self) -> None:
        self.driver.quit()

    def command(self, name: str, **parameters: Any) -> Any:
        """Of the DevTools protocol."""
        return self.driver.execute_cdp_cmd(name, parameters)

    def run(self, script: str, *arguments: Any) -> Any:
        return self.driver.execute_script(script, *arguments)

    def later(self, script: str, *arguments: Any) -> Any:
        """A script that calls its last argument when it is done."""
        return self.driver.execute_async_script(script, *arguments)

    def open(self, page: Path) -> None:
        """Forgets what earlier pages did."""
        self._logs()
        self.driver.get(page.resolve().as_uri())

    def show(self, width: int, scheme: str = "light", height: int = 900) -> None:
        self.command(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=width < 600,
        )
        self.command(
            "Emulation.setEmulatedMedia",
            features=[{"name": "prefers-color-scheme", "value": scheme}],
        )

    def allow_scripts(self, allowed: bool) -> None:
        self.command("Emulation.setScriptExecutionDisabled", value=not allowed)

    def faults(self) -> list[str]:
        """What the page did since it was opened that no page should."""
        faults = list(self.run("return window.witnessed || ['there is no witness']"))
        console, events = self._logs()
        faults += [f"console: {entry['message']}" for entry in console]
        for event in events:
            method, parameters = event["method"], event["params"]
            if method == "Page.javascriptDialogOpening":
                faults.append(f"a dialog: {parameters.get('message')}")
            if method == "Network.requestWillBeSent":
                address = parameters["request"]["url"]
                if urllib.parse.urlsplit(address).scheme not in ["file", "data"]:
                    faults.append(f"a request: {address}")
            if method == "Network.webSocketCreated":
                faults.append(f"a socket: {parameters.get('url')}")
        return faults

    def picture(self, path: Path, most: int) -> None:
        """The whole page, down to so many pixels."""
        size = self.command("Page.getLayoutMetrics")["cssContentSize"]
        clip = {
            "x": 0,
            "y": 0,
            "width": size["width"],
            "height": min(size["height"], most),
            "scale": 1,
        }
        data = self.command("Page.captureScreenshot", captureBeyondViewport=True, clip=clip)["data"]
        path.write_bytes(base64.b64decode(data))

    def _logs(self) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        events = [
            json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")
        ]
        return self.driver.get_log("browser"), events
