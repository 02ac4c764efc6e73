import { mount } from "svelte";
import "@fontsource-variable/inter";
import "$lib/theme.css";
import App from "./App.svelte";

const target = document.getElementById("app");
if (target) mount(App, { target });
